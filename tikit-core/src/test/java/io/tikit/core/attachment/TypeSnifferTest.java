package io.tikit.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types found from bytes, and claims that bytes deny. */
class TypeSnifferTest {
    @ParameterizedTest
    @CsvSource({
        "'<!DOCTYPE html><p>', text/html",
        "'  <!-- x --><SCRIPT >', text/html",
        "'<?xml version=\"1.0\"?><svg onload=\"x\"/>', image/svg+xml",
        "'<?xml version=\"1.0\"?><a/>', application/xml",
        "'10:00 tunnel lost', text/plain",
        "'a <html> in the middle', text/plain",
        "'%PDF-1.7', application/pdf",
        "'MZ..', application/x-msdownload",
        "'#!/bin/sh', text/x-shellscript",
        "'{\\rtf1', application/rtf"
    })
    void textsAndMarks(String text, String type) {
        assertThat(TypeSniffer.type(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(type);
    }

    @Test
    void bytesWithoutAnyMarkAreUnknown() {
        assertThat(TypeSniffer.type(new byte[] {0, 1, 2, 3})).isEqualTo("application/octet-stream");
        assertThat(TypeSniffer.type(new byte[0])).isEqualTo("application/octet-stream");
    }

    @Test
    void bytesThatWantToHurtAreTold() {
        byte[] folded = ("from: a\n" + " \n".repeat(8_000) + "to: b\n").getBytes(StandardCharsets.UTF_8);
        assertThat(TypeSniffer.type(Arrays.copyOf(folded, 9_000))).isEqualTo("text/plain");
        assertThat(TypeSniffer.type(folded)).isEqualTo("message/rfc822");
        byte[] headers = "PK\u0003\u0004".repeat(4_000).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TypeSniffer.type(headers)).isEqualTo("application/zip");
        byte[] comments = "<!---->".repeat(2_300).getBytes(StandardCharsets.UTF_8);
        assertThat(TypeSniffer.type(comments)).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.oasis.opendocument.text, application/vnd.oasis.opendocument.text",
        "application/epub+zip, application/epub+zip",
        "image/png, application/zip",
        "text/plain, application/zip",
        "text/html, application/zip"
    })
    void archiveMaySayWhichDocumentItIsButNotThatItIsNone(String claimed, String type) {
        byte[] head = new byte[38 + claimed.length()];
        byte[] name = ("mimetype" + claimed).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, head, 0, 4);
        head[18] = (byte) claimed.length();
        head[26] = 8;
        System.arraycopy(name, 0, head, 30, name.length);
        assertThat(TypeSniffer.type(head)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, a.png, image/jpeg, true",
        "image/png, a.png, text/html, true",
        "'', a.pdf, text/plain, true",
        "application/octet-stream, a.pdf, application/pdf, false",
        "text/csv, a.csv, text/plain, false",
        "application/json, a.json, text/plain, false",
        "text/plain, a.txt, application/x-msdownload, true",
        "image/jpg, a.jpg, image/jpeg, false",
        "application/x-own-format, a.own, application/zip, false",
        "application/zip, a.zip, application/java-archive, false",
        "application/msword, a.doc, application/x-ole-storage, false"
    })
    void claimsAreCompared(String declared, String name, String sniffed, boolean mismatched) {
        assertThat(DeclaredTypes.isMismatched(declared, name, sniffed)).isEqualTo(mismatched);
    }

    /** Real files: documents, scans, mails, encrypted and hostile ones. */
    @Test
    void realFilesAreWhatTheySay() throws IOException {
        Path folder = data();
        Assumptions.assumeTrue(Files.isDirectory(folder), "the files are not on this machine");
        Map<String, String> types = new TreeMap<>();
        TreeSet<String> mismatched = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = Objects.requireNonNull(file.getFileName(), "name").toString();
            byte[] head;
            try (InputStream in = Files.newInputStream(file)) {
                head = in.readNBytes(TypeSniffer.HEAD);
            }
            String type = TypeSniffer.type(head);
            types.put(name, type);
            if (DeclaredTypes.isMismatched("", name, type)) {
                mismatched.add(name);
            }
        }
        assertThat(types)
                .hasSizeGreaterThan(50)
                // The middle of an archive that was cut into pieces.
                .containsEntry("test-documents-spanned.zip", "application/octet-stream")
                .containsEntry("testEmailWithPNGAtt.eml", "message/rfc822")
                .containsEntry("testWORD.docx", ZipTypes.DOCX)
                .containsEntry("testEXCEL.xlsx", ZipTypes.XLSX)
                .containsEntry("testPPT.pptx", ZipTypes.PPTX)
                .containsEntry("testPPT.pptm", "application/vnd.ms-powerpoint.presentation.macroenabled.12")
                .containsEntry("testODTMacro.odt", "application/vnd.oasis.opendocument.text")
                .containsEntry("testPDF.pdf", "application/pdf")
                .containsEntry("testTIFF_multipage.tif", "image/tiff")
                .containsEntry("droste.zip", "application/zip")
                .containsEntry("full_encrypted.7z", "application/x-7z-compressed")
                .containsEntry("testRFC822_multipart_attachments.eml", "message/rfc822");
        assertThat(types.values()).containsOnlyOnce("application/octet-stream");
        assertThat(mismatched).containsExactly("test-documents-spanned.zip", "testODTnotaZipFile.odt");
    }

    private static Path data() {
        Path at = Path.of("").toAbsolutePath();
        for (Path parent = at; parent != null; parent = parent.getParent()) {
            Path folder = parent.resolve("shared/data/attachments/files");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return at.resolve("none");
    }
}
