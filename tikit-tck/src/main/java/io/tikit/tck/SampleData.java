package io.tikit.tck;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.Person;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.Category;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.RichText;
import io.tikit.api.conversation.Text;
import io.tikit.api.conversation.TextFormat;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserProfile;
import io.tikit.api.people.UserState;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Revision;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.api.ticket.TicketType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Makes random but repeatable values: the same seed gives the same values. Texts are full of what software gets wrong.
 * Not safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class SampleData {
    /** From 2020 to 2040. */
    private static final long EARLIEST = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

    private static final long SPAN = Instant.parse("2040-01-01T00:00:00Z").toEpochMilli() - EARLIEST;

    private final long seed;
    private final Random random;

    private SampleData(long seed) {
        this.seed = seed;
        random = new Random(seed);
    }

    /**
     * Makes values from a seed.
     *
     * @param seed the seed
     * @return the source of values
     */
    public static SampleData of(long seed) {
        return new SampleData(seed);
    }

    /**
     * The seed, for messages.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * The source of chance.
     *
     * @return the same generator that makes the values
     */
    public Random random() {
        return random;
    }

    /**
     * A new id in the form of version 7 UUIDs. Ids are not made in their order, and some are of the far future, where
     * the first bit is set.
     *
     * @return the id
     */
    public UUID id() {
        long millis = EARLIEST + Math.floorMod(random.nextLong(), SPAN);
        if (random.nextInt(8) == 0) {
            millis |= 1L << 47;
        }
        long most = (millis << 16) | 0x7000L | random.nextInt(0x1000);
        long least = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(most, least);
    }

    /**
     * An instant between 2020 and 2040. Equal ones are frequent.
     *
     * @return the instant, in whole milliseconds
     */
    public Instant instant() {
        long millis = random.nextInt(3) == 0
                ? EARLIEST + random.nextInt(4) * 1_000L
                : EARLIEST + Math.floorMod(random.nextLong(), SPAN);
        return Instant.ofEpochMilli(millis);
    }

    /**
     * One of several.
     *
     * @param choices to choose from, at least one
     * @param <T> the type of the choices
     * @return one of them
     */
    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * Short text without blanks at its ends.
     *
     * @param longest the largest length in characters, at least 20
     * @return the text, not empty
     */
    public String text(int longest) {
        StringBuilder text = new StringBuilder(oneOf(SampleTexts.WORDS));
        int words = random.nextInt(6);
        for (int i = 0; i < words; i++) {
            String next = oneOf(SampleTexts.WORDS);
            if (text.length() + 1 + next.length() > longest) {
                break;
            }
            text.append(' ').append(next);
        }
        return text.toString();
    }

    /**
     * A value for a custom field, often an extreme one.
     *
     * @return the value, of any type
     */
    public FieldValue fieldValue() {
        return oneOf(SampleTexts.FIELD_VALUES);
    }

    /**
     * A user. Subjects and mail addresses are unique.
     *
     * @return a user with a new id
     */
    public User user() {
        UUID id = id();
        String mail = random.nextInt(4) == 0 ? "" : "mail-" + id + "@example.com";
        return new User(
                new UserId(id),
                new Person(text(200), mail, "subject-" + id),
                oneOf(List.of(Role.ADMIN, Role.MANAGER, Role.AGENT, Role.CUSTOMER, new Role("night_shift"))),
                random.nextInt(2) != 0 ? UserState.ACTIVE : oneOf(List.of(UserState.values())),
                random.nextBoolean()
                        ? UserProfile.EMPTY
                        : new UserProfile(
                                Optional.of(Locale.forLanguageTag(oneOf(List.of("en", "de-AT", "sr-Latn-RS")))),
                                random.nextBoolean()
                                        ? Optional.of(ZoneId.of("America/Argentina/Buenos_Aires"))
                                        : Optional.empty(),
                                random.nextBoolean() ? "" : "+49 (30) 12 34-5"),
                Optional.empty(),
                instant());
    }

    /**
     * A team. Names are unique.
     *
     * @param people of whom some become members
     * @return a team with a new id
     */
    public Team team(Collection<UserId> people) {
        UUID id = id();
        Set<UserId> members = new HashSet<>(people);
        members.removeIf(person -> random.nextBoolean());
        return new Team(new TeamId(id), text(40) + " " + id, members, random.nextInt(5) == 0, instant());
    }

    /**
     * A category. Names are unique.
     *
     * @param parent the category above it
     * @return a category with a new id
     */
    public Category category(Optional<CategoryId> parent) {
        UUID id = id();
        return new Category(
                new CategoryId(id), parent, text(40) + " " + id, random.nextInt(5) == 0, Optional.empty(), instant());
    }

    /**
     * An organisation. Names and domains are unique.
     *
     * @return an organisation with a new id
     */
    public Organisation organisation() {
        UUID id = id();
        Set<String> domains = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            domains.add("d" + i + "." + id + ".example");
        }
        return new Organisation(
                new OrganisationId(id),
                text(100) + " " + id,
                random.nextBoolean(),
                domains,
                random.nextInt(5) == 0,
                instant());
    }

    /**
     * A ticket with any values, without category and organisation.
     *
     * @param number its number
     * @param people from whom requester, submitter and assignee are taken, at least one
     * @param teams from which the team is taken, may be empty
     * @return a ticket with a new id, at its first revision
     */
    public Ticket ticket(long number, List<UserId> people, List<TeamId> teams) {
        return ticket(number, people, teams, List.of(), List.of());
    }

    /**
     * A ticket with any values.
     *
     * @param number its number
     * @param people from whom requester, submitter and assignee are taken, at least one
     * @param teams from which the team is taken, may be empty
     * @param categories from which the category is taken, may be empty
     * @param organisations from which the organisation is taken, may be empty
     * @return a ticket with a new id, at its first revision
     */
    public Ticket ticket(
            long number,
            List<UserId> people,
            List<TeamId> teams,
            List<CategoryId> categories,
            List<OrganisationId> organisations) {
        State state = oneOf(List.of(State.values()));
        Status status = random.nextInt(4) == 0
                ? new Status("own_step_1")
                : new Status(state.name().toLowerCase(Locale.ROOT));
        Instant created = instant();
        Instant updated = created.plusMillis(random.nextInt(3) * 1_000L);
        TicketSummary summary = TicketSummary.builder()
                .identity(new TicketId(id()), number)
                .type(oneOf(List.of(TicketType.values())))
                .subject(text(255))
                .priority(oneOf(List.of(Priority.values())))
                .status(status, state)
                .people(oneOf(people), random.nextBoolean() ? oneOf(people) : null)
                .team(teams.isEmpty() || random.nextInt(3) == 0 ? null : oneOf(teams))
                .assignee(random.nextInt(3) == 0 ? null : oneOf(people))
                .category(categories.isEmpty() || random.nextInt(3) == 0 ? null : oneOf(categories))
                .organisation(organisations.isEmpty() || random.nextInt(3) == 0 ? null : oneOf(organisations))
                .times(created, updated)
                .resolvedAt(state.isOpen() ? null : updated)
                .revision(Revision.FIRST)
                .build();
        Map<String, FieldValue> fields = new TreeMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            fields.put("custom_" + random.nextInt(4), fieldValue());
        }
        return new Ticket(summary, fields);
    }

    /**
     * An entry of any kind, some with form, some in answer to another.
     *
     * @param ticket the ticket
     * @param people of whom one may be the author, at least one
     * @return an entry with a new id
     */
    public Entry entry(TicketId ticket, List<UserId> people) {
        Entry entry = new Entry(
                new EntryId(id()),
                ticket,
                oneOf(List.of(EntryKind.values())),
                actor(people),
                oneOf(List.of(Channel.API, Channel.MAIL, new Channel("fax-2.b_c"))),
                instant(),
                text(1_000));
        Entry answer = random.nextInt(4) == 0 ? entry.withInReplyTo(new EntryId(id())) : entry;
        return random.nextInt(3) == 0
                ? answer.withRich(new RichText(
                        new Text(oneOf(List.of(TextFormat.HTML, TextFormat.MARKDOWN)), text(1_000)),
                        text(1_000),
                        random.nextInt(5)))
                : answer;
    }

    /**
     * Who may stand in records: a user, a service or the engine.
     *
     * @param people of whom one may be it, at least one
     * @return the actor
     */
    public Actor actor(List<UserId> people) {
        return switch (random.nextInt(3)) {
            case 0 -> new Actor.User(oneOf(people));
            case 1 -> new Actor.Service("nightly 日次 job", oneOf(List.of(Role.ADMIN, new Role("robot"))));
            default -> new Actor.Engine("rule/7");
        };
    }
}
