package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.ConfigurationRepository;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Categories and their tree.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface CategoryContract extends StorageFixture {
    /** Categories come back as they were written, and change as a whole. */
    @Test
    default void categoriesComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "category");
        for (Category category : tenant.tree()) {
            assertThat(tenant.find(unit -> unit.categories().find(category.id())))
                    .contains(category);
        }
        Category top = tenant.tree().get(0);
        Category low = tenant.tree().get(2);
        Category changed =
                new Category(low.id(), Optional.of(top.id()), "changed", true, Optional.of(top.id()), low.createdAt());
        tenant.write(unit -> unit.categories().update(changed));
        assertThat(tenant.find(unit -> unit.categories().find(low.id()))).contains(changed);
        Category risen = new Category(low.id(), Optional.empty(), "risen", false, Optional.empty(), low.createdAt());
        tenant.write(unit -> unit.categories().update(risen));
        assertThat(tenant.find(unit -> unit.categories().find(low.id()))).contains(risen);
        CategoryId missing = new CategoryId(tenant.data().id());
        assertThat(tenant.find(unit -> unit.categories().find(missing))).isEmpty();
    }

    /** A name is unique under its parent whatever its case, and free under another one. */
    @Test
    default void categoryNamesAreUniqueUnderTheirParent() {
        TestTenant tenant = TestTenant.in(storage(), "category-name");
        Optional<CategoryId> top = Optional.of(tenant.tree().get(0).id());
        Category below = named(tenant, top, "Stra\u00dfenbau \ufb01rst");
        Category same = named(tenant, Optional.empty(), "Stra\u00dfenbau \ufb01rst");
        tenant.write(unit -> {
            unit.categories().insert(below);
            unit.categories().insert(same);
        });
        assertThat(tenant.find(unit -> unit.categories().findByName(top, "STRASSENBAU FIRST")))
                .contains(below);
        assertThat(tenant.find(unit -> unit.categories().findByName(Optional.empty(), "strassenbau first  ")))
                .contains(same);
        for (Optional<CategoryId> parent : List.of(top, Optional.<CategoryId>empty())) {
            Category taken = named(tenant, parent, "strassenbau FIRST");
            Expect.failure(
                    ErrorCode.CATEGORY_EXISTS,
                    () -> tenant.write(unit -> unit.categories().insert(taken)));
            assertThat(tenant.find(unit -> unit.categories().find(taken.id()))).isEmpty();
        }
        Category moved = new Category(same.id(), top, same.name(), false, Optional.empty(), same.createdAt());
        Expect.failure(
                ErrorCode.CATEGORY_EXISTS,
                () -> tenant.write(unit -> unit.categories().update(moved)));
    }

    /** All categories are listed in the order of their ids, page by page, and a unit writes parents and children. */
    @Test
    default void categoriesAreListedById() {
        TestTenant tenant = TestTenant.in(storage(), "category-page");
        List<Category> categories = new ArrayList<>(tenant.tree());
        tenant.write(unit -> {
            for (int i = 0; i < 15; i++) {
                Category category = tenant.data()
                        .category(
                                i % 3 == 0
                                        ? Optional.empty()
                                        : Optional.of(categories
                                                .get(categories.size() - 1)
                                                .id()));
                categories.add(category);
                unit.categories().insert(category);
            }
        });
        List<Category> seen = Pages.walk(
                4,
                (Optional<CategoryId> after) ->
                        tenant.list(unit -> unit.categories().page(after, 4)),
                Category::id);
        assertThat(seen)
                .containsExactlyElementsOf(
                        Expect.byId(categories, category -> category.id().value()));
    }

    /** A unit sees the categories that it has written; nobody sees them after a roll back. */
    @Test
    default void categoriesAreSeenByTheirUnit() {
        TestTenant tenant = TestTenant.in(storage(), "category-own");
        Category category = named(tenant, Optional.empty(), "never there");
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.categories().insert(category);
            assertThat(unit.categories().find(category.id())).contains(category);
            assertThat(unit.categories().findByName(Optional.empty(), "NEVER there"))
                    .contains(category);
        }
        assertThat(tenant.find(unit -> unit.categories().find(category.id()))).isEmpty();
    }

    /** The open tickets of a category are found, and neither the closed ones nor those of categories below it. */
    @Test
    default void openTicketsOfACategoryAreFound() {
        TestTenant tenant = TestTenant.in(storage(), "category-open");
        CategoryId one = tenant.tree().get(0).id();
        List<Ticket> tickets = new ArrayList<>();
        tenant.write(unit -> {
            for (int i = 0; i < 40; i++) {
                Ticket ticket = tenant.newTicket();
                tickets.add(ticket);
                unit.tickets().insert(ticket);
            }
        });
        List<TicketId> open = Expect.byId(
                tickets.stream()
                        .filter(ticket -> ticket.state().isOpen()
                                && ticket.category().filter(one::equals).isPresent())
                        .map(Ticket::id)
                        .toList(),
                TicketId::value);
        assertThat(open).hasSizeGreaterThan(2);
        assertThat(tenant.list(unit -> unit.tickets().openIn(one, 100))).containsExactlyElementsOf(open);
        assertThat(tenant.list(unit -> unit.tickets().openIn(one, 2))).containsExactlyElementsOf(open.subList(0, 2));
    }

    /** The revision of the configuration grows with a tree, and brings no document. */
    @Test
    default void treesMakeRevisions() {
        TestTenant tenant = TestTenant.in(storage(), "category-revision");
        long before = revision(tenant);
        tenant.write(unit -> {
            unit.configuration().advance(unit.configuration().lock() + 1);
            assertThat(unit.configuration().revision()).isEqualTo(before + 1);
        });
        assertThat(revision(tenant)).isEqualTo(before + 1);
        ConfigurationRepository.Changes changes =
                tenant.read(unit -> unit.configuration().changedSince(before));
        assertThat(changes.documents()).isEmpty();
        assertThat(changes.revision()).isEqualTo(before + 1);
    }

    private static long revision(TestTenant tenant) {
        return tenant.read(unit -> unit.configuration().revision());
    }

    private static Category named(TestTenant tenant, Optional<CategoryId> parent, String name) {
        Category any = tenant.data().category(parent);
        return new Category(any.id(), parent, name, false, Optional.empty(), any.createdAt());
    }
}
