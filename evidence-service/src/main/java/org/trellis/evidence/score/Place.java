package org.trellis.evidence.score;

/** Where in a request a score stands, so that a refusal can say so. */
sealed interface Place {
    String of(Column column);

    String of(String dimension);

    /** Of the scores in a JSON body. */
    record InJson(int index) implements Place {
        @Override
        public String of(Column column) {
            return "$.scores[" + index + "]." + column.json();
        }

        @Override
        public String of(String dimension) {
            return "$.scores[" + index + "].subgroups." + dimension;
        }
    }

    /** Of a file; lines count from 1, the header included. */
    record InFile(long line) implements Place {
        @Override
        public String of(Column column) {
            return of(column.file());
        }

        @Override
        public String of(String column) {
            return "line " + line + ", column " + column;
        }
    }
}
