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
# 每次发布都换上整个新文件夹，所以运行的人要能写 OUTPUT 的上一层：先 mkdir /srv/www，写成 OUTPUT=/srv/www/board 也行。
# BANBAO: the program. OUTPUT: the folder that the web server reads, /srv/board in server/. Each publication puts a new folder
# in its place, so whoever runs this needs to write the folder above OUTPUT.
set -eu
cd "$(dirname "$0")"
# cron 只认得 /usr/bin 和 /bin，systemd 连 HOME 也不给。 cron knows these two alone, and systemd not even HOME.
PATH=$PATH:/usr/local/bin:/opt/banbao:${HOME:-/root}/.local/bin:${HOME:-/root}/bin
BANBAO=${BANBAO:-banbao}
OUTPUT=${OUTPUT:-/srv/board}

if ! command -v "$BANBAO" >/dev/null; then
  echo "publish.sh: 找不到程序 $BANBAO，请在 crontab 里写明它在哪里，例如 BANBAO=/opt/banbao/banbao" >&2
  echo "publish.sh: there is no program $BANBAO; say in the crontab where it is, such as BANBAO=/opt/banbao/banbao" >&2
  exit 127
fi
if [ -d .git ]; then
  if git rev-parse --abbrev-ref '@{upstream}' >/dev/null 2>&1; then
    git pull --quiet --ff-only
  else
    echo "publish.sh: 这个 git 文件夹没有指定从哪里取新内容，只发布现有的；要取，先运行 git branch --set-upstream-to=origin/main" >&2
    echo "publish.sh: this git folder has no upstream: what is here is published; git branch --set-upstream-to=origin/main sets one" >&2
  fi
fi
exec "$BANBAO" build --quiet --output "$OUTPUT"
