/** YAML files of a person's making, with errors that name file, line and key. */
@NullMarked
package io.camber.app.yaml;

import org.jspecify.annotations.NullMarked;
