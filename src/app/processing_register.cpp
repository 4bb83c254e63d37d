// The program's own activities under what was changed here.
#include "clausier/app/processing_register.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/app/references.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/processing_activities.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::ProcessingActivity;

std::vector<ProcessingActivity> merged(std::vector<ProcessingActivity> own, std::vector<ProcessingActivity> changed) {
    for (ProcessingActivity& one : changed) {
        const auto known =
            std::find_if(own.begin(), own.end(), [&](const auto& other) { return other.code == one.code; });
        if (known == own.end())
            own.push_back(std::move(one));
        else
            *known = std::move(one);
    }
    return own;
}

std::string new_code(const std::vector<ProcessingActivity>& known) {
    for (int n = 1;; ++n) {
        const std::string code = fmt::format("activite-{}", n);
        if (std::none_of(known.begin(), known.end(), [&](const auto& one) { return one.code == code; })) return code;
    }
}

void tell(store::Transaction& tx, const Session& session, std::string_view action, const std::string& code) {
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "rgpd." + std::string(action), "traitement/" + code, ""});
}

}  // namespace

std::vector<ProcessingActivity> processing_register(const Session& session, store::Database& base) {
    const core::Date today = session.clock.today();
    auto own = domain::own_activities(domain::retention_rules(reference(base), today));
    store::Transaction tx = base.read();
    return merged(std::move(own), store::ProcessingActivities(tx).list());
}

ProcessingActivity find_activity(const Session& session, store::Database& base, const std::string& code) {
    for (ProcessingActivity& one : processing_register(session, base))
        if (one.code == code) return std::move(one);
    throw Error(ErrorKind::not_found, code, "ce traitement n’est pas au registre ; partez de la liste");
}

ProcessingActivity save_activity(const Session& session, store::Database& base, ProcessingActivity activity) {
    for (const domain::ActivityPart& part : domain::activity_parts())
        activity.*part.text = std::string(core::trim(activity.*part.text));
    if (auto issues = domain::faults(activity); !issues.empty()) throw Error(ErrorKind::invalid, std::move(issues));
    if (!activity.code.empty()) static_cast<void>(find_activity(session, base, activity.code));
    store::Transaction tx = base.write();
    store::ProcessingActivities store(tx);
    if (activity.code.empty()) {
        activity.code = new_code(store.list());
        activity.revision = 0;
    }
    activity = store.save(std::move(activity));
    tell(tx, session, "modifier_registre", activity.code);
    tx.commit();
    return activity;
}

void reset_activity(const Session& session, store::Database& base, const std::string& code) {
    if (!find_activity(session, base, code).changed) return;
    store::Transaction tx = base.write();
    store::ProcessingActivities(tx).remove(code);
    tell(tx, session, "retablir_registre", code);
    tx.commit();
}

}  // namespace clausier::app
