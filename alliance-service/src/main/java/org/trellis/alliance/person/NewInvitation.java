package org.trellis.alliance.person;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** @param personId who is invited to bind a sign-in */
record NewInvitation(@NotNull UUID personId) {}
