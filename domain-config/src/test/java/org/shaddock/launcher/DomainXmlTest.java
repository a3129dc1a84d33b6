package org.shaddock.launcher;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainXmlTest {

    @TempDir
    private Path directory;

    @Test
    void shouldNameTheFileWhenItIsNotXml() throws IOException {
        Path file = Files.writeString(directory.resolve("domain.xml"), "<domain>");

        assertThatIOException().isThrownBy(() -> DomainXml.read(file)).withMessage(file + " is not a domain.xml");
    }

    @Test
    void shouldNameTheElementWhenThisVersionOfTheServerHasNone() throws IOException {
        DomainXml xml = DomainXml.read(Files.writeString(directory.resolve("domain.xml"), "<domain/>"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(xml::serverConfig)
                .withMessage("This domain.xml has no <config name=\"server-config\">");
    }
}
