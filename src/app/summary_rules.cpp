// Reads the setting behind summaries.
#include "summary_rules.hpp"

#include "clausier/store/settings.hpp"

namespace clausier::app {

domain::SummaryRules summary_rules(store::Transaction& tx, std::string_view nature) {
    return domain::SummaryRules::of(nature, store::Settings(tx).get(store::insertion_services_setting).value_or(""));
}

}  // namespace clausier::app
