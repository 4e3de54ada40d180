package org.trellis.paging;

import java.util.UUID;

/**
 * What a caller who keeps in step gets in the place of a row that was deleted.
 *
 * @param gone always true: it tells this from a row
 */
record Gone(UUID id, boolean gone) {}
