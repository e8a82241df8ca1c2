/**
 * XML as a tree that remembers where every element stood: {@link io.camber.map.xml.XmlTree} reads a file, {@link
 * io.camber.map.xml.XmlElement} answers for one element. Knows nothing of roads.
 */
@NullMarked
package io.camber.map.xml;

import org.jspecify.annotations.NullMarked;
