// Articles of law as texts cite them, and whether each was verified.
#pragma once
#include <string>
#include <string_view>

namespace clausier::domain {

// Whether a kind of clause or a sentence of law that was verified rests on the article ("L2112-2"): one answer for an
// article, wherever it is cited.
bool article_verified(std::string_view article);

// A list of the data ("L2112-2, R2152-7") as a text has it: « articles L. 2112-2 et R. 2152-7 du code de la commande
// publique », with « (à vérifier sur Légifrance) » on what was not verified. What is not an article of the code ("loi
// 2021-1104, article 35") stays as it is; "" when the list is empty.
std::string cited(std::string_view articles);

}  // namespace clausier::domain
