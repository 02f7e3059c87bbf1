package org.yici.admin.pass;

import org.yici.base.TerminalId;

/**
 * What a good pass says.
 *
 * @param certificateSerial of the certificate it was fetched with, hexadecimal
 */
record Pass(TerminalId terminal, String certificateSerial) {}
