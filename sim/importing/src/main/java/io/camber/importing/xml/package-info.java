/** XML as it is written. */
@NullMarked
package io.camber.importing.xml;

import org.jspecify.annotations.NullMarked;
