package io.tikit.spi.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.util.Objects;

/**
 * Something that a configuration document refers to.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Reference {
    /**
     * Where in the body it stands, for findings.
     *
     * @return a path such as {@code fields[2]}
     */
    String path();

    /**
     * Another document.
     *
     * @param path where in the body it stands
     * @param document which document
     */
    record ToDocument(String path, DocumentKey document) implements Reference {
        /** Checks that nothing is null. */
        public ToDocument {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(document, "document");
        }
    }

    /**
     * A team.
     *
     * @param path where in the body it stands
     * @param team which team
     */
    record ToTeam(String path, TeamId team) implements Reference {
        /** Checks that nothing is null. */
        public ToTeam {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(team, "team");
        }
    }

    /**
     * A user.
     *
     * @param path where in the body it stands
     * @param user which user
     */
    record ToUser(String path, UserId user) implements Reference {
        /** Checks that nothing is null. */
        public ToUser {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(user, "user");
        }
    }

    /**
     * To a category, in use or not: a retired one still has tickets.
     *
     * @param path the member of the body
     * @param category which category
     */
    record ToCategory(String path, CategoryId category) implements Reference {
        /** Checks that nothing is null. */
        public ToCategory {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(category, "category");
        }
    }
}
