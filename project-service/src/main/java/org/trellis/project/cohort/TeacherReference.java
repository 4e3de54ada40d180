package org.trellis.project.cohort;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A pseudonym of a member of staff, made at the school by keyed HMAC-SHA-256; no name comes here. */
@Pattern(regexp = "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.TYPE_USE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@interface TeacherReference {
    String message() default "must be a reference made at the school: 43 characters of base64url (HMAC-SHA-256)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
