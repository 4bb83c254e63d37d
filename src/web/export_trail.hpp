// What leaves the program in a file is told in the journal.
#pragma once
#include "call.hpp"

namespace clausier::web {

// Tells of an answer that is a file to keep, unless its page is open to all or it was told already (Reply::produced).
// On a base that is only read, the log of the server tells it instead. Throws Error(unavailable) when it cannot be
// told.
void trace_export(const Call& call, const Reply& reply, const http::Response& response);

}  // namespace clausier::web
