package io.tikit.core.configuration;

import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;

/**
 * What a document is to say.
 *
 * @param path where findings about it begin; empty when there is only one
 * @param id which document
 * @param content what it is to say
 * @param format the format of the body
 */
record Draft(String path, DocumentKey id, DocumentContent content, int format) {}
