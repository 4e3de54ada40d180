package org.trellis.alliance;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A day on which people worked together; Java's calendar reaches further than PostgreSQL's. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausibleDay.Check.class)
public @interface PlausibleDay {
    String EXPECTED = "must be a day from 1900 to 2100";

    String message() default EXPECTED;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds for days of these years, and for none given. */
    final class Check implements ConstraintValidator<PlausibleDay, LocalDate> {
        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || plausible(day);
        }

        public static boolean plausible(LocalDate day) {
            return day.getYear() >= 1900 && day.getYear() <= 2100;
        }
    }
}
