-- Lists are read by market_index: nothing reads markets by their date any more, and imports paid for keeping it.

DROP INDEX markets_notified;
