// Fingerprints of what a record says of its market and of its lot: two contents are the same when these are.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/domain/tender_record.hpp"

namespace clausier::store {

// 128 bits as text for the database, and the first 64 of them as a number.
struct Fingerprint {
    std::string text;
    std::uint64_t number = 0;
};

Fingerprint fingerprint(std::string_view bytes);

// What the record says of the market, and of the lot, holders left out, in one order only, into `out`. Of the lot,
// essential data come last: the bytes before them are told.
void write_market_content(const domain::TenderRecord& record, std::string& out);
std::size_t write_lot_content(const domain::TenderRecord& record, std::string& out);
// The essential data alone, without what is said of the holder of the row; false, and nothing written, when the record
// says nothing of the holder.
bool write_shared_essential(const domain::TenderRecord& record, std::string& out);

}  // namespace clausier::store
