// Sentences about the adviser's answer that pages, documents and terminals share.
#pragma once
#include <string>

#include "clausier/domain/adviser.hpp"

namespace clausier::present {

// « L2113-14, à vérifier sur Légifrance ».
std::string articles_of(const domain::KindAdvice& kind);

// « Exception apparente, à motiver : … (L2112-2-1, à vérifier sur Légifrance). »
std::string exception_line(const domain::ConditionException& exception);

}  // namespace clausier::present
