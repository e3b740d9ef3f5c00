package io.tikit.jpa;

import io.tikit.api.TenantId;
import io.tikit.api.conversation.Entry;
import io.tikit.spi.storage.AttachmentRepository;
import io.tikit.spi.storage.AttachmentUsage;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Faults of the records of files, each with the test that is there for it. */
enum AttachmentFault implements PlantedFault {
    FORGETS_FILES_OF_ENTRIES(
            "uploadBecomesAnAttachment",
            "EntryRepository.findAll",
            (real, given) -> ((List<?>) Objects.requireNonNull(real.with(given)))
                    .stream()
                            .map(entry -> ((Entry) entry).withAttachments(List.of()))
                            .toList()),
    WRITES_ENTRIES_WITHOUT_FILES(
            "uploadBecomesAnAttachment",
            "EntryRepository.insert",
            (real, given) -> real.with(((Entry) Objects.requireNonNull(given[0])).withAttachments(List.of()))),
    COMMITS_ON_CLOSE("rolledBackUnitLeavesUploadsWaiting", "Storage.begin", (real, given) -> {
        UnitOfWork unit = (UnitOfWork) Objects.requireNonNull(real.with(given));
        Faults.Lie commit = (close, none) -> {
            unit.commit();
            return close.with(none);
        };
        return given[1] == UnitMode.OWN ? PlantedFault.lying("UnitOfWork.close", commit, UnitOfWork.class, unit) : unit;
    }),
    LOCKS_NOTHING("uploadIsUsedOnce", "UnitOfWork.attachments", (real, given) -> {
        AttachmentRepository files = (AttachmentRepository) Objects.requireNonNull(real.with(given));
        Faults.Lie read = (lock, which) -> {
            Collection<?> ids = (Collection<?>) Objects.requireNonNull(which[0]);
            return files.expired(Instant.parse("2999-01-01T00:00:00Z"), 100).stream()
                    .filter(staged -> ids.contains(staged.id()))
                    .toList();
        };
        return PlantedFault.lying("AttachmentRepository.lockStaged", read, AttachmentRepository.class, files);
    }),
    LEAKS_FILES_OF_NOTES(
            "attachmentsOfATicketArePaged",
            "AttachmentRepository.page",
            (real, given) -> real.with(given[0], true, given[2], given[3])),
    STARTS_EVERY_PAGE_ANEW(
            "attachmentsOfATicketArePaged",
            "AttachmentRepository.page",
            (real, given) -> real.with(given[0], given[1], Optional.empty(), given[3])),
    MISCOUNTS("usageIsExact", "AttachmentRepository.usage", (real, given) -> {
        AttachmentUsage usage = (AttachmentUsage) Objects.requireNonNull(real.with(given));
        return new AttachmentUsage(usage.files(), usage.bytes() / 2);
    }),
    DELETES_NOTHING("usageIsExact", "AttachmentRepository.delete", (real, given) -> null),
    FINDS_WHAT_HAS_NOT_EXPIRED(
            "waitingUploadsAreFoundByTimeAndUser",
            "AttachmentRepository.expired",
            (real, given) ->
                    real.with(((Instant) Objects.requireNonNull(given[0])).plus(Duration.ofDays(9)), given[1])),
    COUNTS_WHAT_HAS_EXPIRED(
            "waitingUploadsAreFoundByTimeAndUser",
            "AttachmentRepository.waiting",
            (real, given) -> real.with(given[0], Instant.EPOCH)),
    MIXES_TENANTS(
            "attachmentsBelongToTheirTenant",
            "Storage.begin",
            (real, given) -> real.with(
                    TenantId.of(Objects.requireNonNull(given[0]).toString().replace("stranger", "own")), given[1]));

    private final Plan plan;

    AttachmentFault(String caughtBy, String call, Faults.Lie lie) {
        plan = new Plan(caughtBy, call, lie);
    }

    @Override
    public Plan plan() {
        return plan;
    }
}
