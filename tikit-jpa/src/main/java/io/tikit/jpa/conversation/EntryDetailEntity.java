package io.tikit.jpa.conversation;

import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.RichText;
import io.tikit.api.conversation.Text;
import io.tikit.api.conversation.TextFormat;
import io.tikit.jpa.codec.Overflow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What few entries have beside their plain text. */
@Entity(name = "TicketEntryDetail")
@Table(name = "tikit_entry_detail")
@IdClass(EntryDetailEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class EntryDetailEntity {
    private static final TextFormat[] FORMATS = TextFormat.values();

    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "ticket")
    UUID ticket;

    @Id
    @Column(name = "entry")
    UUID entry;

    @Column(name = "in_reply_to")
    @Nullable
    UUID inReplyTo;

    @Column(name = "format")
    @Nullable
    Short format;

    @Column(name = "source")
    @Nullable
    String source;

    @Column(name = "source_large")
    @Nullable
    String sourceLarge;

    @Column(name = "html_version")
    @Nullable
    Integer htmlVersion;

    @Column(name = "html")
    @Nullable
    String html;

    @Column(name = "html_large")
    @Nullable
    String htmlLarge;

    /** For the provider. */
    protected EntryDetailEntity() {}

    Entry addTo(Entry plain) {
        Entry whole = inReplyTo == null ? plain : plain.withInReplyTo(new EntryId(inReplyTo));
        if (format == null || htmlVersion == null) {
            return whole;
        }
        Text original = new Text(FORMATS[format], text(source, sourceLarge));
        return whole.withRich(new RichText(original, text(html, htmlLarge), htmlVersion));
    }

    private static String text(@Nullable String small, @Nullable String large) {
        String text = Overflow.text(small, large);
        return text == null ? "" : text;
    }

    /** The key. */
    public record Key(int tenant, UUID ticket, UUID entry) implements Serializable {}
}
