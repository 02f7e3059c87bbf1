/** 打证明: from the offers to the sheet in the tray, with the ledger kept. */
@NullMarked
package org.yici.service.certificate;

import org.jspecify.annotations.NullMarked;
