package org.trellis.evidence.reference;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that people write: it must not hold a unique pupil number, nor a reference, which would outlive its erasure. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WithoutUpn.Check.class)
public @interface WithoutUpn {
    String message() default "must not contain a unique pupil number";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is no one's number. */
    class Check implements ConstraintValidator<WithoutUpn, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (PupilReference.isIn(text)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must not contain a reference to a person")
                        .addConstraintViolation();
                return false;
            }
            return !Upn.isIn(text);
        }
    }
}
