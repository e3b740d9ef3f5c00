package io.tikit.jpa.category;

import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.CategoryRepository;
import java.util.List;
import java.util.Optional;

/** Categories in the database. */
public final class CategoryTable implements CategoryRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(CategoryEntity.class);

    private static final String BY_ID = "SELECT c FROM Category c WHERE c.tenant = ?1 AND c.id = ?2";

    private final Session session;

    public CategoryTable(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Category> find(CategoryId id) {
        return first(session.readAll(CategoryEntity.class, BY_ID, session.tenant(), id.value()));
    }

    @Override
    public Optional<Category> findByName(Optional<CategoryId> parent, String name) {
        return first(session.readAll(
                CategoryEntity.class,
                "SELECT c FROM Category c WHERE c.tenant = ?1 AND c.nameDigest = ?2",
                session.tenant(),
                CategoryEntity.digest(parent, name)));
    }

    private static Optional<Category> first(List<CategoryEntity> rows) {
        return rows.stream().findFirst().map(CategoryEntity::toCategory);
    }

    @Override
    public List<Category> page(Optional<CategoryId> after, int limit) {
        List<CategoryEntity> rows = after.isEmpty()
                ? session.read(
                        CategoryEntity.class,
                        "SELECT c FROM Category c WHERE c.tenant = ?1 ORDER BY c.id",
                        limit,
                        session.tenant())
                : session.read(
                        CategoryEntity.class,
                        "SELECT c FROM Category c WHERE c.tenant = ?1 AND c.id > ?2 ORDER BY c.id",
                        limit,
                        session.tenant(),
                        after.get().value());
        return rows.stream().map(CategoryEntity::toCategory).toList();
    }

    @Override
    public void insert(Category category) {
        CategoryEntity row = new CategoryEntity(session.tenant(), category.id().value());
        row.write(category);
        if (category.parent().isPresent() || category.replacement().isPresent()) {
            session.send();
        }
        session.insert(row);
    }

    @Override
    public void update(Category category) {
        CategoryEntity row = session.lock(
                CategoryEntity.class, BY_ID, session.tenant(), category.id().value());
        if (row == null) {
            throw new IllegalStateException("category " + category.id() + " is changed but does not exist");
        }
        row.write(category);
        session.changed();
    }
}
