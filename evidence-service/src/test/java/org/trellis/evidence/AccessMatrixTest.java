package org.trellis.evidence;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.AccessByTable;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class AccessMatrixTest extends AccessByTable {
    @Override
    protected Callers made() {
        return AccessWorld.made();
    }
}
