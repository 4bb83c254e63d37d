// The page of the lots of a dossier, as typing and importing them share it.
#pragma once
#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "clausier/app/lots.hpp"
#include "enquiry_pages.hpp"

namespace clausier::web {

using domain::kMostLots;

// What a spreadsheet gave, besides its lots: the lines that gave none, remarks on the others, and the form of its
// columns (null when there is none).
struct FileReading {
    std::string name;
    std::vector<app::FileRemark> left_out{};
    std::vector<core::Issue> remarks{};
    boost::json::value columns{};
};

// What is said around the rows: faults, or what was read of a file (`read` lots) and is not kept yet.
struct LotsPage {
    std::vector<core::Issue> issues{};
    bool conflict = false;
    const FileReading* reading = nullptr;
    std::size_t read = 0;
};

// The rows of a form that holds these lots, and the page that shows them.
http::Fields fields_of(const std::vector<domain::EnquiryLot>& lots);
Reply lots_page(Call& call, const domain::EnquirySheet& sheet, const http::Fields& shown, LotsPage what);

}  // namespace clausier::web
