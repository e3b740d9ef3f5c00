package io.tikit.jpa.category;

import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.jpa.codec.Fingerprint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a category. Its digest is one of parent and name, since databases do not take two absent parents for one. */
@Entity(name = "Category")
@Table(name = "tikit_category")
@IdClass(CategoryEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class CategoryEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Nullable
    @Column(name = "parent")
    UUID parent;

    @Column(name = "name")
    String name;

    @Column(name = "name_digest")
    byte[] nameDigest;

    @Column(name = "retired")
    short retired;

    @Nullable
    @Column(name = "replacement")
    UUID replacement;

    @Column(name = "created_at")
    long created;

    /** For the provider. */
    protected CategoryEntity() {}

    @SuppressWarnings("NullAway.Init") // the key; the rest follows by write
    CategoryEntity(int tenant, UUID id) {
        this.tenant = tenant;
        this.id = id;
    }

    static byte[] digest(Optional<CategoryId> parent, String name) {
        return Fingerprint.folded(parent.map(CategoryId::toString).orElse("") + "/" + name);
    }

    void write(Category category) {
        parent = category.parent().map(CategoryId::value).orElse(null);
        name = category.name();
        nameDigest = digest(category.parent(), category.name());
        retired = (short) (category.retired() ? 1 : 0);
        replacement = category.replacement().map(CategoryId::value).orElse(null);
        created = category.createdAt().toEpochMilli();
    }

    Category toCategory() {
        return new Category(
                new CategoryId(id),
                Optional.ofNullable(parent).map(CategoryId::new),
                name,
                retired == 1,
                Optional.ofNullable(replacement).map(CategoryId::new),
                Instant.ofEpochMilli(created));
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
