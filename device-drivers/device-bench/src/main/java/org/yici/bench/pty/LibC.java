package org.yici.bench.pty;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;

/** The calls of the C library that make and serve a pseudo-terminal; names and constants are those of Linux. */
interface LibC extends Library {
    LibC C = Native.load("c", LibC.class);

    int O_RDWR = 2;
    int O_NOCTTY = 0400;
    int O_NONBLOCK = 04000;
    int O_CLOEXEC = 02000000;

    short POLLIN = 0x01;
    short POLLHUP = 0x10;

    int EINTR = 4;
    int EIO = 5;
    int EAGAIN = 11;

    /** {@code struct termios} is 60 bytes. */
    int TERMIOS_SIZE = 60;

    int posix_openpt(int flags) throws LastErrorException;

    int grantpt(int fd) throws LastErrorException;

    int unlockpt(int fd) throws LastErrorException;

    /** Returns an error number instead of setting {@code errno}. */
    int ptsname_r(int fd, byte[] name, long size);

    int open(String path, int flags) throws LastErrorException;

    int close(int fd);

    long read(int fd, byte[] into, long size) throws LastErrorException;

    long write(int fd, byte[] from, long size) throws LastErrorException;

    int tcgetattr(int fd, Memory termios) throws LastErrorException;

    int tcsetattr(int fd, int when, Memory termios) throws LastErrorException;

    void cfmakeraw(Memory termios);

    /** asm-generic/ioctls.h: {@code struct termios2}, whose output speed is at 40 in bits a second, whatever the rate. */
    long TCGETS2 = 0x802C542AL;

    int OUTPUT_SPEED = 40;

    int ioctl(int fd, long request, Memory argument) throws LastErrorException;

    int poll(byte[] fds, long count, int milliseconds) throws LastErrorException;
}
