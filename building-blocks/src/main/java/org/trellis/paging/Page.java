package org.trellis.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param next where the next page is; null on the last one
 * @param total how many there are in all; null unless asked for
 */
public record Page<T>(
        List<T> items,
        String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {}
