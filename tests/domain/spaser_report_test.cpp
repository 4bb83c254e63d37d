// The options of a report as one text, read back to the same options.
#include "clausier/domain/spaser_report.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("options written are the options read, each choice of each") {
    CHECK(options_text({}) ==
          "montant=initial;repartition=entier;accords=cadres;agrement=notification;sous_traitants=non;concessions=non");
    for (const AmountRule amount : {AmountRule::initial, AmountRule::amended})
        for (const ShareRule share : {ShareRule::whole, ShareRule::per_holder})
            for (const FrameworkRule framework :
                 {FrameworkRule::frameworks, FrameworkRule::call_offs, FrameworkRule::both})
                for (const bool yes : {false, true}) {
                    const IndicatorOptions options{
                        amount, share, framework, yes ? ApprovalRule::today : ApprovalRule::at_notification, yes, !yes};
                    CHECK(options_of(options_text(options)) == options);
                }
}

TEST_CASE("what is not such a text is no options") {
    for (const char* text : {"", "montant=initial", "a;b;c;d;e;f",
                             "montant=autre;repartition=entier;accords=cadres;agrement=notification;"
                             "sous_traitants=non;concessions=non",
                             "montant=;repartition=entier;accords=cadres;agrement=notification;sous_traitants=non;"
                             "concessions=non"})
        CHECK_FALSE(options_of(text).has_value());
}

TEST_CASE("a figure is found by its code, and only when it is there") {
    ReportFigures figures;
    figures.values.resize(1);
    figures.values.front().code = "S1";
    CHECK(&figures.of("S1") == &figures.values.front());
    CHECK_THROWS_AS(figures.of("S2"), std::logic_error);
}
