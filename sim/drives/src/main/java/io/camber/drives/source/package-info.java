/** Foreign files as they lie on disk: {@code SourceTree} finds them, {@code ByteReader} reads them without trusting them. */
@NullMarked
package io.camber.drives.source;

import org.jspecify.annotations.NullMarked;
