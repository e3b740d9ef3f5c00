/**
 * What the engine says, in the words of the person who reads it: {@link io.tikit.api.message.Messages} gives every
 * violation, error and health reason a text in a language. Keys and parameters are stable; texts may be improved at any
 * time and are never to be parsed.
 */
@NullMarked
package io.tikit.api.message;

import org.jspecify.annotations.NullMarked;
