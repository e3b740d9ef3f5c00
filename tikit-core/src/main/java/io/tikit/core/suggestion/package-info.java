/**
 * Suggested values of fields (REQ-TM-022, REQ-TM-028). {@link io.tikit.core.suggestion.SuggestingPreparation} asks the
 * classifier before a ticket is made and says what the desk's policies show and apply; {@code SuggestionPast} reads from
 * the events of the ticket what was suggested and what became of it, since suggestions are facts and nothing else;
 * {@code Teacher} learns after the commit what people left standing.
 */
@NullMarked
package io.tikit.core.suggestion;

import org.jspecify.annotations.NullMarked;
