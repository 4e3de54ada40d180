package org.trellis.paging;

/** Who answers lists says here where they are, so that their parameters are described as they are read. */
public interface Described {
    void describe(Lists lists);
}
