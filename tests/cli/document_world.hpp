// A base whose dossier 1 has one scenario, for tests of the commands on documents.
#pragma once
#include <fstream>
#include <iterator>

#include "app/enquiry_world.hpp"
#include "command_world.hpp"

namespace clausier::tests {

inline std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string base_with_dossier(const CommandWorld& world) {
    const std::string file = world.file("b.sqlite");
    store::Database base(file);
    const app::Session session{world.clock, "test"};
    app::EnquiryDraft draft;
    draft.buyer.name = "Commune de Valbrume";
    draft.enquiry.purchase.object = "École des Tilleuls";
    draft.lots = {{{}, "1", "Peinture intérieure", "", "", core::Euros::whole(200'000), false}};
    const auto sheet = app::create_enquiry(session, base, draft);
    domain::Scenario scenario;
    scenario.name = "5 %";
    scenario.lots = {{sheet.lots.at(0).id, "insertion", {}, {}, {}, {}}};
    app::save_scenario(session, base, sheet.enquiry.id, scenario);
    return file;
}

}  // namespace clausier::tests
