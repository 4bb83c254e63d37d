// Sentences about the adviser's answer that pages, documents and terminals share.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/adviser.hpp"

namespace clausier::present {

// « article L. 2112-2 », « articles L. 2152-7 et R. 2152-7 » from "L2152-7, R2152-7"; what is no article of the code
// stays as it is.
std::string article_text(std::string_view articles);

// « article L. 2113-14, à vérifier sur Légifrance ».
std::string articles_of(const domain::KindAdvice& kind);

// The kind to begin with, or what is missing to advise one, as a sentence without its beginning: « Clause d’insertion
// (possible). »
std::string beginning(const domain::Advice& advice);

// « Exception apparente, à motiver : … (article L. 2112-2-1, à vérifier sur Légifrance). »
std::string exception_line(const domain::ConditionException& exception);

}  // namespace clausier::present
