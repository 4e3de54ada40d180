package org.trellis.alliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** What is new to an alliance waits for whoever ends it, and is refused by one that has ended. */
@ApplicationScoped
public class WorkingAlliances {
    public static final String ENDED = "alliance-ended";

    private final Writer writer;

    WorkingAlliances(Writer writer) {
        this.writer = writer;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public boolean contains(UUID alliance) {
        return writer.one(String.class, "select status from alliance where id = :id for share", Map.of("id", alliance))
                .filter("ACTIVE"::equals)
                .isPresent();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where it has ended */
    @Transactional(Transactional.TxType.MANDATORY)
    public void require(UUID alliance) {
        if (!contains(alliance)) {
            throw Problems.conflict(ENDED, "The alliance has ended");
        }
    }
}
