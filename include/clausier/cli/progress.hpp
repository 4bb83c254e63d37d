// A progress bar on stderr, for long work and only on a terminal; and Ctrl-C, heard at the next step.
#pragma once
#include <string>

#include "clausier/cli/command.hpp"
#include "clausier/core/progress.hpp"

namespace clausier::cli {

// From now on Ctrl-C, or being asked to end (SIGTERM, SIGHUP), is noted instead of ending the program: work in progress
// stops by itself and leaves nothing behind. A second Ctrl-C ends it at once.
void watch_interruption();
// Whether Ctrl-C was typed.
bool was_interrupted();

// A progress function that draws « label [#####     ] 50 % » at most ten times a second when stderr is a terminal and
// messages are wanted, and answers false after Ctrl-C. `finish_progress` wipes the line.
core::Progress progress_bar(const Context& context, std::string label);
void finish_progress(const Context& context);

}  // namespace clausier::cli
