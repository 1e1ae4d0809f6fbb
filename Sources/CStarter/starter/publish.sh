#!/bin/sh
# 取回最新的内容，发布成网站。平时不出声，有错误才出声；有错误时原来的网站不变。
# Fetches the newest content and publishes it. Silent unless there is a fault, and then the old site stays.
#
# 服务器上每天零点十分运行一次（crontab -e），定时发布和到期撤下的内容才会按时变化：
# Once a day, so that scheduled and expiring records change in time:
#
#   10 0 * * * sh /srv/board-source/publish.sh
#
# BANBAO：程序在哪里。OUTPUT：网页服务器读的文件夹，就是 server/ 里写的 /srv/board。
set -eu
cd "$(dirname "$0")"
BANBAO=${BANBAO:-banbao}
OUTPUT=${OUTPUT:-/srv/board}

if [ -d .git ]; then git pull --quiet --ff-only; fi
exec "$BANBAO" build --quiet --output "$OUTPUT"
