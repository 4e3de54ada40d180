package org.trellis.evidence.erasure;

/** Why a person's scores are removed. */
enum ErasureCause {
    REQUEST,
    RETENTION
}
