package org.trellis.project.transfer;

/** How far an offer has come. */
enum TransferStatus {
    OFFERED,
    ACCEPTED,
    DECLINED,
    TAKEN_BACK
}
