/** How the service is reached: two ports, their security, and refusals in the contract's form. */
@NullMarked
package org.yici.admin.web;

import org.jspecify.annotations.NullMarked;
