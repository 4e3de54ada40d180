package org.trellis.project.transfer;

import jakarta.validation.constraints.NotNull;

/** An answer to an offer. */
record NewTransferTransition(@NotNull TransferAction action) {}
