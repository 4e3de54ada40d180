package org.trellis.evidence.submission.content;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.trellis.evidence.reference.WithoutUpn;
import org.trellis.evidence.submission.SubmissionType;

/**
 * What somebody from outside reported.
 *
 * @param issuerName who exactly; needed where the issuer is OTHER
 * @param link where it can be read
 */
public record ExternalReport(
        @NotNull Issuer issuer,
        @Size(max = 200) @WithoutUpn String issuerName,
        @NotNull @PastOrPresent LocalDate issuedOn,
        @NotBlank @Size(max = 300) @WithoutUpn String reportTitle,

        @Pattern(regexp = "https?://[^\\s<>\"]{1,500}", message = "must be a web address") @WithoutUpn
        String link,

        @NotBlank @Size(max = 4000) @WithoutUpn String summary,
        @Size(max = 50) List<@NotBlank @Size(max = 1000) @WithoutUpn String> findings)
        implements Content {

    public ExternalReport {
        findings = findings == null ? List.of() : findings;
    }

    /** Who it is from. */
    public enum Issuer {
        OFSTED,
        LOCAL_AUTHORITY,
        HEADTEACHER,
        GOVERNING_BODY,
        UNIVERSITY,
        PEER_REVIEW,
        OTHER
    }

    @AssertTrue(message = "says who it is from: issuerName is needed where the issuer is OTHER")
    boolean isIssuerNamed() {
        return issuer != Issuer.OTHER || issuerName != null && !issuerName.isBlank();
    }

    @Override
    public SubmissionType type() {
        return SubmissionType.EXTERNAL_REPORT;
    }
}
