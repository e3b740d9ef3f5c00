/**
 * Documents of the configuration: {@link io.tikit.jpa.configuration.ConfigurationTable} over an item per document, a row
 * per version, and the head that counts revisions and lets writers stand in line.
 */
@NullMarked
package io.tikit.jpa.configuration;

import org.jspecify.annotations.NullMarked;
