/** An item: what it is, who answers for it, how far it can be trusted, where it is offered. */
@NullMarked
package org.yici.catalogue.item;

import org.jspecify.annotations.NullMarked;
