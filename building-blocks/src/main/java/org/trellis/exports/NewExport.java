package org.trellis.exports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A whole list to be written out.
 *
 * @param list its address with filters and sort, such as {@code /v1/things?name=Elm}; without limit and cursor
 */
record NewExport(@NotBlank @Size(max = 2000) String list) {}
