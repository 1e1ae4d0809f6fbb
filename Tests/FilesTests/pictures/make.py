"""Makes the pictures beside it with Pillow: 96 by 64 pixels, red, green, blue and yellow in the four corners."""

import struct
import zlib
from pathlib import Path

from PIL import Image, ImageCms

HERE = Path(__file__).parent
WIDTH, HEIGHT = 96, 64
CORNERS = [(220, 20, 20), (20, 200, 20), (20, 20, 220), (230, 220, 20)]


def corner(x, y):
    return CORNERS[(x >= WIDTH // 2) + 2 * (y >= HEIGHT // 2)]


def drawn(mode="RGB"):
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    picture.putdata([corner(x, y) for y in range(HEIGHT) for x in range(WIDTH)])
    return picture.convert(mode)


def save(name, picture, **options):
    picture.save(HERE / name, **options)


def see_through():
    """The left half covers, the right half is half seen through."""
    picture = drawn("RGBA")
    alpha = Image.new("L", picture.size)
    alpha.putdata([255 if x < WIDTH // 2 else 128 for y in range(HEIGHT) for x in range(WIDTH)])
    picture.putalpha(alpha)
    return picture


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def deep(name):
    """16 bits a colour, which Pillow does not write."""
    rows = b"".join(
        b"\0" + b"".join(struct.pack(">3H", *(value * 257 for value in corner(x, y))) for x in range(WIDTH))
        for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 16, 2, 0, 0, 0)
    (HERE / name).write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def palette(transparent):
    picture = drawn().quantize(4)
    if transparent:
        picture.info["transparency"] = picture.getpixel((0, 0))
    return picture


profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
save("baseline.jpg", drawn(), quality=92)
save("progressive.jpg", drawn(), quality=92, progressive=True)
save("profile.jpg", drawn(), quality=92, icc_profile=profile)
save("grey.jpg", drawn("L"), quality=92)
save("inks.jpg", drawn("CMYK"), quality=92)
save("plain.png", drawn())
save("grey.png", drawn("L"))
save("alpha.png", see_through())
save("palette.png", palette(False))
save("palette-alpha.png", palette(True))
deep("deep.png")
save("lossy.webp", drawn(), quality=92)
save("lossless.webp", drawn(), lossless=True)
save("alpha.webp", see_through(), lossless=True)
save("moving.webp", drawn(), save_all=True, append_images=[drawn().rotate(180)], duration=200)
save("moving.gif", drawn(), save_all=True, append_images=[drawn().rotate(180)], duration=200)
