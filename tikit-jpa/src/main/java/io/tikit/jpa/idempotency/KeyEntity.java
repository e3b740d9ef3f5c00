package io.tikit.jpa.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a key that was used. */
@Entity(name = "IdempotencyKey")
@Table(name = "tikit_idempotency")
@IdClass(KeyEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class KeyEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "key_digest")
    byte[] digest;

    @Column(name = "command_kind")
    String kind;

    @Column(name = "subject")
    UUID subject;

    @Column(name = "detail")
    UUID detail;

    /** For the provider. */
    protected KeyEntity() {}

    KeyEntity(int tenant, byte[] digest, String kind, UUID subject, UUID detail) {
        this.tenant = tenant;
        this.digest = digest;
        this.kind = kind;
        this.subject = subject;
        this.detail = detail;
    }

    /** The key. A class and not a record, because arrays are compared by what is in them. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        int tenant;
        byte[] digest = new byte[0];

        /** For the provider. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && tenant == that.tenant && Arrays.equals(digest, that.digest);
        }

        @Override
        public int hashCode() {
            return 31 * tenant + Arrays.hashCode(digest);
        }
    }
}
