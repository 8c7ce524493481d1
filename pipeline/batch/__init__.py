"""One spec, many rows: a picture for each row of a table, in one run or in several.

    spec + rows --survey--> every row has its files' names, no two the same
                --plan----> rows whose pictures are not as they should be -> tasks
                --make----> on all cores: files, and what the ledger knows of them
                --report--> one line of JSON for each file, and for each row that failed

Rows are read as a stream, twice: once for their names, once for their pictures. What has been made is in the ledger on
disk, so memory does not grow with the number of rows, and a run that ended early goes on where it was.
"""

from __future__ import annotations

from pipeline.batch.running import Batch, Count, Plan

__all__ = ["Batch", "Count", "Plan"]
