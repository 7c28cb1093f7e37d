/** How services depend on assets and on each other, fail, degrade and come back. */
@NullMarked
package org.shieldwall.service;

import org.jspecify.annotations.NullMarked;
